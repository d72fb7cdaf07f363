# `nix run github:OWNER/rapporteur -- check draft.txt`, and a shell to work on it: `nix develop`.
{
  description = "Checks drafts of resolutions in the style of the United Nations";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      each = make: nixpkgs.lib.genAttrs systems (system: make nixpkgs.legacyPackages.${system});
      about = (builtins.fromTOML (builtins.readFile ./Cargo.toml)).package;
    in
    {
      packages = each (pkgs: {
        default = pkgs.rustPlatform.buildRustPackage {
          pname = about.name;
          inherit (about) version;
          src = self;
          cargoLock.lockFile = ./Cargo.lock;
          cargoBuildFlags = [
            "--bin"
            "rapporteur"
          ];
          # The tests want minutes and a second build: `.ci/run` is for them.
          doCheck = false;
          doInstallCheck = true;
          installCheckPhase = ''
            ($out/bin/rapporteur check examples/night-sky.en.resolution.txt || true) | grep -q operative-numbering
          '';
          meta = {
            inherit (about) description;
            license = pkgs.lib.licenses.mit;
            mainProgram = "rapporteur";
          };
        };
      });

      devShells = each (pkgs: {
        default = pkgs.mkShell {
          packages = [
            pkgs.cargo
            pkgs.clippy
            pkgs.rustc
            pkgs.rustfmt
          ];
        };
      });

      formatter = each (pkgs: pkgs.nixfmt-rfc-style);
    };
}
