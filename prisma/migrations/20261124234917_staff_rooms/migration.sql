-- CreateTable
CREATE TABLE "staff_room" (
    "session_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_room_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "staff_seat" (
    "participant_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "window_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "is_ticket_spent" BOOLEAN NOT NULL DEFAULT false,
    "ticket_used_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_seat_pkey" PRIMARY KEY ("participant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_room_room_key" ON "staff_room"("room");

-- CreateIndex
CREATE INDEX "staff_seat_session_id_idx" ON "staff_seat"("session_id");
