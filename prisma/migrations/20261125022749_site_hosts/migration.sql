-- DropIndex
DROP INDEX "site_host_name_key";

-- AlterTable
ALTER TABLE "site" DROP COLUMN "host_name";

-- CreateTable
CREATE TABLE "site_host" (
    "host" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "is_main" BOOLEAN NOT NULL DEFAULT false,
    "added_by_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "nonce" TEXT,

    CONSTRAINT "site_host_pkey" PRIMARY KEY ("host")
);

-- CreateIndex
CREATE INDEX "site_host_site_id_idx" ON "site_host"("site_id");
