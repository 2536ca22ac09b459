export async function measureJoin(): Promise<void> {}
