// breaks: only-repos-touch-the-database
import { PrismaPg } from '@prisma/adapter-pg';

export const adapter = PrismaPg;
