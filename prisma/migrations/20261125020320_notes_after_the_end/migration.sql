-- AlterTable
ALTER TABLE "note" ADD COLUMN     "author_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "body_at_end" TEXT;
