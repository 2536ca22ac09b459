-- AlterTable
ALTER TABLE "chat_message" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "url" TEXT;

-- CreateTable
CREATE TABLE "chat_edition" (
    "message_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "site_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_edition_pkey" PRIMARY KEY ("message_id","number")
);

-- CreateTable
CREATE TABLE "chat_opening" (
    "message_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_opening_pkey" PRIMARY KEY ("message_id","participant_id")
);
