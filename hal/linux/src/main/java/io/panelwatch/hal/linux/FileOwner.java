package io.panelwatch.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The user to whom a folder belongs, as the kernel counts users and groups.
 *
 * @param user its number; 0 is root
 * @param group the folder's group
 */
public record FileOwner(int user, int group) {

  private static final int ROOT = 0;

  /**
   * Looks whose a folder is.
   *
   * @throws IOException when it is missing, or cannot be looked at
   */
  public static FileOwner of(Path folder) throws IOException {
    int user = (Integer) Files.getAttribute(folder, "unix:uid");
    int group = (Integer) Files.getAttribute(folder, "unix:gid");
    return new FileOwner(user, group);
  }

  /** Whether it is root's. */
  public boolean isRoot() {
    return user == ROOT;
  }
}
