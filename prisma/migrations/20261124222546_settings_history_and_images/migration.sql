-- AlterTable
ALTER TABLE "setting" DROP CONSTRAINT "setting_pkey",
ADD COLUMN     "is_locked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "owner_id" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "setting_pkey" PRIMARY KEY ("site_id", "owner_id", "key");

-- CreateTable
CREATE TABLE "image" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting_change" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "from" JSONB NOT NULL,
    "to" JSONB NOT NULL,
    "was_locked" BOOLEAN NOT NULL,
    "is_locked" BOOLEAN NOT NULL,
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "image_site_id_kind_idx" ON "image"("site_id", "kind");

-- CreateIndex
CREATE INDEX "setting_change_site_id_changed_at_id_idx" ON "setting_change"("site_id", "changed_at", "id");
