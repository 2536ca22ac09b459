-- AlterTable
ALTER TABLE "grant" ADD COLUMN     "viewer_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "session_report" ADD COLUMN     "shown_seconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "shown_shares" JSONB NOT NULL DEFAULT '{}';
