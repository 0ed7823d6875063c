-- AlterTable
ALTER TABLE "RequestKey" ADD COLUMN     "whole" BOOLEAN NOT NULL DEFAULT true;
