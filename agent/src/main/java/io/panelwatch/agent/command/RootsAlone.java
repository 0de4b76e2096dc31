package io.panelwatch.agent.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What nobody but root can change. A command that keeps root's rights believes nothing else: who
 * may put a file or a link there leads it wherever it likes.
 */
final class RootsAlone {

  private static final int WRITTEN_BY_OTHERS = 0022;

  /** Only its owner renames or removes what lies in such a folder (inode(7)). */
  private static final int STICKY = 01000;

  private static final int ROOT = 0;

  private RootsAlone() {}

  /**
   * Makes sure that nobody else can write into a folder, or put another one in its place.
   *
   * @param real its path without links
   * @throws CommandException when somebody can
   */
  static void requireFolder(Path real) throws IOException, CommandException {
    // From the top down: once a folder is root's alone, nobody changes what the next name leads to.
    for (int names = 0; names < real.getNameCount(); names++) {
      requireOnTheWay(names == 0 ? real.getRoot() : real.getRoot().resolve(real.subpath(0, names)));
    }
    requireFile(real);
  }

  private static void requireOnTheWay(Path folder) throws IOException, CommandException {
    boolean replaced = isWrittenByOthers(folder) && (attribute(folder, "mode") & STICKY) == 0;
    if (replaced || !isRoots(folder)) {
      throw refusal(folder);
    }
  }

  /**
   * Makes sure that nobody else can change what a file of such a folder says; a missing one says
   * nothing.
   *
   * @throws CommandException when somebody can, or it is a link
   */
  static void requireFile(Path file) throws IOException, CommandException {
    try {
      if (!isRoots(file) || isWrittenByOthers(file)) {
        throw refusal(file);
      }
    } catch (NoSuchFileException none) {
      // What comes to be there is root's: the folder is.
    }
  }

  private static boolean isRoots(Path path) throws IOException {
    return attribute(path, "uid") == ROOT;
  }

  /** So is a link, which has all the bits and leads anywhere. */
  private static boolean isWrittenByOthers(Path path) throws IOException {
    return (attribute(path, "mode") & WRITTEN_BY_OTHERS) != 0;
  }

  private static int attribute(Path path, String name) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }

  private static CommandException refusal(Path what) {
    return new CommandException(
        ExitStatus.NOT_PERMITTED,
        ("%s is not root's alone, and who can change it leads root's commands astray: name another"
                + " folder with --state, make it root's (chown root, chmod go-w), or ask as the"
                + " daemon's own user")
            .formatted(what));
  }
}
