-- AlterTable
ALTER TABLE "note" DROP CONSTRAINT "note_pkey",
ADD COLUMN     "owner_id" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "state" BYTEA,
ADD CONSTRAINT "note_pkey" PRIMARY KEY ("session_id", "owner_id");
