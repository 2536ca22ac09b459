export async function measureRequests(): Promise<void> {}
