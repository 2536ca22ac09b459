// breaks: every-feature-has-a-tier
export const queues = 'queues';
