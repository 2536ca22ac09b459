# Tandem as a container: the API and both pages. PostgreSQL and LiveKit run beside it, see compose.yaml.
# No container engine was at hand where this file was written, so the image itself has never been built. What could be checked
# is: tools/checks/container.test.mjs compares paths, settings and versions, and the API was run from the files and packages
# that the last stage holds.

FROM node:24.21.0-trixie AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && npm run generate && npm run build

# The packages that the API needs to run, and no others.
FROM node:24.21.0-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/csr-console/package.json apps/csr-console/
COPY apps/customer-portal/package.json apps/customer-portal/
COPY libs/client/package.json libs/client/
COPY libs/contract/package.json libs/contract/
COPY libs/domain/package.json libs/domain/
COPY libs/media/package.json libs/media/
COPY libs/session-client/package.json libs/session-client/
COPY libs/ui/package.json libs/ui/
COPY e2e/package.json e2e/
COPY bench/package.json bench/
RUN npm ci --omit=dev --workspace @tandem/api --include-workspace-root=false --no-audit --no-fund

FROM node:24.21.0-trixie-slim
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/csr-console/dist apps/csr-console/dist
COPY --from=build /app/apps/customer-portal/dist apps/customer-portal/dist
COPY --from=build /app/libs/contract/dist libs/contract/dist
COPY --from=build /app/libs/domain/dist libs/domain/dist
COPY prisma/migrations prisma/migrations
COPY LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production LISTEN=all DATA_DIR=/data
VOLUME /data
EXPOSE 4100
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:4100/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main/main.js"]
