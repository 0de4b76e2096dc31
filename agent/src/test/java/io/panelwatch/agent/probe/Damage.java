package io.panelwatch.agent.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** What can stand in the place of a file or a folder of a board. */
enum Damage {
  /** Up to three pages of random bytes. */
  NOISE(Effect.LYING) {
    @Override
    void put(Path place, Path fifo, RandomGenerator random) throws IOException {
      byte[] noise = new byte[random.nextInt(1 + random.nextInt(12_288))];
      random.nextBytes(noise);
      Files.write(place, noise);
    }
  },
  /** A number of any size. */
  NUMBER(Effect.LYING) {
    @Override
    void put(Path place, Path fifo, RandomGenerator random) throws IOException {
      long number = random.nextLong() >> random.nextInt(Long.SIZE);
      Files.write(place, (number + "\n").getBytes(StandardCharsets.UTF_8));
    }
  },
  EMPTY(Effect.UNREADABLE) {
    @Override
    void put(Path place, Path fifo, RandomGenerator random) throws IOException {
      Files.createFile(place);
    }
  },
  MISSING(Effect.GONE) {
    @Override
    void put(Path place, Path fifo, RandomGenerator random) {}
  },
  FOLDER(Effect.UNREADABLE) {
    @Override
    void put(Path place, Path fifo, RandomGenerator random) throws IOException {
      Files.createDirectory(place);
    }
  },
  /** What would make somebody wait for ever who opens it to read. */
  FIFO(Effect.UNREADABLE) {
    @Override
    void put(Path place, Path fifo, RandomGenerator random) throws IOException {
      Files.createLink(place, fifo);
    }
  },
  LINK_TO_ITSELF(Effect.UNREADABLE) {
    @Override
    void put(Path place, Path fifo, RandomGenerator random) throws IOException {
      Files.createSymbolicLink(place, place.getFileName());
    }
  },
  /** In a folder's place, what is beside it seems to be in it. */
  LINK_TO_ITS_PARENT(Effect.LYING) {
    @Override
    void put(Path place, Path fifo, RandomGenerator random) throws IOException {
      Files.createSymbolicLink(place, Path.of("."));
    }
  },
  /** Somebody meant something to be there. */
  LINK_TO_NOWHERE(Effect.UNREADABLE) {
    @Override
    void put(Path place, Path fifo, RandomGenerator random) throws IOException {
      Files.createSymbolicLink(place, Path.of("/nowhere/at/all"));
    }
  };

  /** What it is to who reads it. */
  enum Effect {
    /** It is there and says nothing. */
    UNREADABLE,
    /** It can be taken for what a healthy file says, so that any limit may be passed. */
    LYING,
    /** It is as if it had never been there. */
    GONE
  }

  private final Effect effect;

  Damage(Effect effect) {
    this.effect = effect;
  }

  Effect effect() {
    return effect;
  }

  /** Whether no two of them are alike. */
  boolean isDrawn() {
    return this == NOISE || this == NUMBER;
  }

  /**
   * Puts it where nothing is.
   *
   * @param fifo a FIFO in the same file system
   * @param random decides what it is where that is drawn
   */
  abstract void put(Path place, Path fifo, RandomGenerator random) throws IOException;
}
