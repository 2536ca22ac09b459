-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "has_ended" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_bound" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "links_from" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "known_device" (
    "token_hash" BYTEA NOT NULL,
    "user_id" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("token_hash","user_id")
);

-- CreateTable
CREATE TABLE "address_change" (
    "user_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_change_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "known_device_user_id_last_used_at_idx" ON "known_device"("user_id", "last_used_at");

-- CreateIndex
CREATE UNIQUE INDEX "address_change_token_hash_key" ON "address_change"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_created_by_id_idx" ON "api_token"("created_by_id");
