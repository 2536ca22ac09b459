-- DropIndex
DROP INDEX "support_session_started_by_id_started_at_idx";

-- AlterTable: filled from the seats that were taken until now
ALTER TABLE "session_report" ADD COLUMN     "staff_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "support_session" ADD COLUMN     "staff_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

UPDATE "support_session" s SET "staff_ids" = p.ids FROM (
  SELECT "session_id", array_agg(DISTINCT "user_id") AS ids FROM "participant"
  WHERE "user_id" IS NOT NULL AND "seated_at" IS NOT NULL AND "state" <> 'REMOVED' GROUP BY "session_id"
) p WHERE p."session_id" = s."id";
UPDATE "session_report" r SET "staff_ids" = s."staff_ids" FROM "support_session" s WHERE s."id" = r."session_id";

-- CreateIndex
CREATE INDEX "session_report_staff_ids_idx" ON "session_report" USING GIN ("staff_ids");

-- CreateIndex
CREATE INDEX "support_session_staff_ids_idx" ON "support_session" USING GIN ("staff_ids");
