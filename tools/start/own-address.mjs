// By which address others reach this machine, where it has several.
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;
/** Of containers and virtual machines: others can't reach us there. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|podman)/;

/** @returns {string | null} null for a machine without a network */
export function ownAddress(interfaces) {
  const all = Object.entries(interfaces).flatMap(([name, list]) =>
    list.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => ({ name, address })),
  );
  const rank = ({ name, address }) => (VIRTUAL.test(name) ? 2 : 0) + (PRIVATE.test(address) ? 0 : 1);
  const [best] = all.sort((a, b) => rank(a) - rank(b));
  return best?.address ?? null;
}
