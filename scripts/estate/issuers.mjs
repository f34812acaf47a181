/** Authorities that are set up in a vault: those that its certificates name, but for what no vault may be told. */

const PROVIDERS = { DigiCert: 'DigiCert', GlobalSign: 'GlobalSign' };

export const issuers = ({ host }, certificates = {}) =>
  Object.keys(PROVIDERS)
    .filter((name) => Object.values(certificates).some(({ issuer }) => issuer === name))
    .map((name) => ({ id: `${host}certificates/issuers/${name}`, provider: PROVIDERS[name] }));
