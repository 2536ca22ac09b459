-- AlterTable
ALTER TABLE "media_seat" ADD COLUMN     "is_ticket_spent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "tab_order" TEXT[] DEFAULT ARRAY[]::TEXT[];
