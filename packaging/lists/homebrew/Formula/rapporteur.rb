class Rapporteur < Formula
  desc "Checks drafts of resolutions in the style of the United Nations"
  homepage "<<repository>>"
  version "<<version>>"
  license "MIT"

  on_macos do
    on_arm do
      url "<<repository>>/releases/download/v<<version>>/rapporteur-aarch64-apple-darwin.tar.gz"
      sha256 "<<sha256:aarch64-apple-darwin>>"
    end
    on_intel do
      url "<<repository>>/releases/download/v<<version>>/rapporteur-x86_64-apple-darwin.tar.gz"
      sha256 "<<sha256:x86_64-apple-darwin>>"
    end
  end

  on_linux do
    on_arm do
      url "<<repository>>/releases/download/v<<version>>/rapporteur-aarch64-unknown-linux-musl.tar.gz"
      sha256 "<<sha256:aarch64-unknown-linux-musl>>"
    end
    on_intel do
      url "<<repository>>/releases/download/v<<version>>/rapporteur-x86_64-unknown-linux-musl.tar.gz"
      sha256 "<<sha256:x86_64-unknown-linux-musl>>"
    end
  end

  def install
    bin.install "rapporteur"
  end

  test do
    (testpath/"lamps.resolution.txt").write <<~TEXT
      The General Assembly,

      Recalling the lamps,

      1. Decides to rest;

      1. Decides to wait.
    TEXT
    assert_match "operative-numbering", shell_output("#{bin}/rapporteur check lamps.resolution.txt", 1)
  end
end
