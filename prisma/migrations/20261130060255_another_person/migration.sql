-- AlterTable
ALTER TABLE "hold" ADD COLUMN     "held_seq" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "continues" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "former_id" TEXT,
ADD COLUMN     "reads_from" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "published_file" ADD COLUMN     "published_seq" INTEGER;
