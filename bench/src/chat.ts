export async function measureChat(): Promise<void> {}
