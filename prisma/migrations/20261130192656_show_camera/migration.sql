-- AlterTable
ALTER TABLE "media_seat" ADD COLUMN     "camera_shown_to_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];
