# The program alone, in an image with nothing else but Debian:
#   docker build --tag orgsim .
#   docker run --rm --volume "$PWD:/work" --user "$(id -u):$(id -g)" orgsim run mine.toml -o mine.h5
# Nobody has built it yet where it was written (docs/install.md). apptainer.def takes the same steps.

# Compilers and libraries; .devcontainer works in this stage, too.
FROM debian:bookworm-slim AS tools
WORKDIR /source
COPY dev ./
RUN ./dev setup portable

FROM tools AS build
COPY CMakeLists.txt ./
COPY sim sim
COPY scenarios scenarios
# Of which the program says the commit (`orgsim --version`).
COPY .git .git
RUN ./dev portable

FROM debian:bookworm-slim
COPY --from=build /source/build/portable/orgsim /usr/local/bin/orgsim
RUN useradd --create-home --uid 1000 orgsim && install --directory --owner=orgsim /work
USER orgsim
WORKDIR /work
ENTRYPOINT ["orgsim"]
CMD ["--help"]
