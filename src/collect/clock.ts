/** Time, so that tests and the demo can have their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still. */
export const fixedClock = (instant: number): Clock => ({ now: () => instant });
