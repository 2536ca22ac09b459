-- AlterTable
ALTER TABLE "grant" ADD COLUMN     "is_for_any_csr" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "organisation" TEXT,
ADD COLUMN     "rights" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "role" TEXT NOT NULL DEFAULT 'PRIMARY_CUSTOMER',
ADD COLUMN     "user_id" TEXT;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "gave_control_at" TIMESTAMPTZ(3),
ADD COLUMN     "organisation" TEXT,
ADD COLUMN     "rights" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable: whoever started a session has led it until now
ALTER TABLE "support_session" ADD COLUMN     "is_locked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "led_by_id" TEXT;
UPDATE "support_session" SET "led_by_id" = "started_by_id";
ALTER TABLE "support_session" ALTER COLUMN "led_by_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "invitation_user_id_idx" ON "invitation"("user_id");

-- CreateIndex
CREATE INDEX "support_session_led_by_id_started_at_idx" ON "support_session"("led_by_id", "started_at" DESC);

-- One primary CSR and one primary customer a session, whatever happens at the same moment
CREATE UNIQUE INDEX "participant_one_primary_csr" ON "participant"("session_id") WHERE "role" = 'PRIMARY_CSR' AND "state" = 'SEATED';
CREATE UNIQUE INDEX "participant_one_primary_customer" ON "participant"("session_id") WHERE "role" = 'PRIMARY_CUSTOMER' AND "state" = 'SEATED';
