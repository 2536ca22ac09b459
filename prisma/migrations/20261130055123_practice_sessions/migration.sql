-- AlterTable
ALTER TABLE "session_report" ADD COLUMN     "is_practice" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "support_session" ADD COLUMN     "is_practice" BOOLEAN NOT NULL DEFAULT false;
