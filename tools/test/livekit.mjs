export async function livekitEnv() {
  return {};
}
