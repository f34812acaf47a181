/** Numbers as the step from the one before, which is mostly none or a short one. */
export class Steps {
  #last = 0;

  to(number: number): number {
    const step = number - this.#last;
    this.#last = number;
    return step;
  }
}
