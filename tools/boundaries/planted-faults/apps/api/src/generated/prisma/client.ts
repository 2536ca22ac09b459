export type ChatMessage = { id: string };
