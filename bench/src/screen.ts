export async function measureScreen(): Promise<void> {}
