-- CreateTable
CREATE TABLE "StoreShareholder" (
    "storeId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "share" DECIMAL(5,2),
    "caseId" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoreShareholder_pkey" PRIMARY KEY ("storeId","version","place")
);

-- AddForeignKey
ALTER TABLE "StoreShareholder" ADD CONSTRAINT "StoreShareholder_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The platform events of a store by type and month are listed for its supervision, the latest first.
CREATE INDEX "PlatformEvent_about_occurredAt_id_idx" ON "PlatformEvent"("about", "occurredAt", "id");
