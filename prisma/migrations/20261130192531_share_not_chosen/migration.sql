-- AlterTable
ALTER TABLE "share" ADD COLUMN     "not_chosen_at" TIMESTAMPTZ(3);
