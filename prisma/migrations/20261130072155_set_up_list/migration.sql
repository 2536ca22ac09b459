-- AlterTable
ALTER TABLE "user" ADD COLUMN     "set_up_put_away_at" TIMESTAMPTZ(3);
