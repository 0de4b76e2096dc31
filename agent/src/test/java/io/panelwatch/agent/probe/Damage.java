package io.panelwatch.agent.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What can stand in the place of a file or a folder of a board. */
enum Damage {
  /** Up to three pages of random bytes. */
  NOISE(true) {
    @Override
    void put(Path place, Path fifo, Random random) throws IOException {
      byte[] noise = new byte[random.nextInt(1 + random.nextInt(12_288))];
      random.nextBytes(noise);
      Files.write(place, noise);
    }
  },
  /** A number of any size. */
  NUMBER(true) {
    @Override
    void put(Path place, Path fifo, Random random) throws IOException {
      long number = random.nextLong() >> random.nextInt(Long.SIZE);
      Files.write(place, (number + "\n").getBytes(StandardCharsets.UTF_8));
    }
  },
  EMPTY(false) {
    @Override
    void put(Path place, Path fifo, Random random) throws IOException {
      Files.createFile(place);
    }
  },
  MISSING(false) {
    @Override
    void put(Path place, Path fifo, Random random) {}
  },
  FOLDER(false) {
    @Override
    void put(Path place, Path fifo, Random random) throws IOException {
      Files.createDirectory(place);
    }
  },
  /** What would make somebody wait for ever who opens it to read. */
  FIFO(false) {
    @Override
    void put(Path place, Path fifo, Random random) throws IOException {
      Files.createLink(place, fifo);
    }
  },
  LINK_TO_ITSELF(false) {
    @Override
    void put(Path place, Path fifo, Random random) throws IOException {
      Files.createSymbolicLink(place, place.getFileName());
    }
  },
  /** In a folder's place, what is beside it seems to be in it. */
  LINK_TO_ITS_PARENT(true) {
    @Override
    void put(Path place, Path fifo, Random random) throws IOException {
      Files.createSymbolicLink(place, Path.of("."));
    }
  },
  LINK_TO_NOWHERE(false) {
    @Override
    void put(Path place, Path fifo, Random random) throws IOException {
      Files.createSymbolicLink(place, Path.of("/nowhere/at/all"));
    }
  };

  private final boolean tells;

  Damage(boolean tells) {
    this.tells = tells;
  }

  /** Whether it can be taken for what a healthy file says, so that any limit may be passed. */
  boolean tells() {
    return tells;
  }

  /** Puts it where nothing is. */
  abstract void put(Path place, Path fifo, Random random) throws IOException;
}
