package io.panelwatch.hal.linux;

import io.panelwatch.hal.linux.kernel.PasswordCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The user to whom a folder belongs, as the kernel counts users and groups.
 *
 * @param user its number; 0 is root
 * @param group the user's own group, which need not be the folder's
 */
public record FileOwner(int user, int group) {

  private static final int ROOT = 0;

  /** The group of nobody (nogroup), which owns nothing. */
  private static final int NO_GROUP = 65_534;

  /**
   * Looks whose a folder is. The group of a folder may be any: root's where root has made it and
   * given it to a user alone. So it stands in only for a user that the system does not know, and
   * root's never does.
   *
   * @throws IOException when it is missing, or cannot be looked at
   */
  public static FileOwner of(Path folder) throws IOException {
    int user = (Integer) Files.getAttribute(folder, "unix:uid");
    int group = (Integer) Files.getAttribute(folder, "unix:gid");
    return new FileOwner(
        user, PasswordCalls.groupOf(user).orElse(group == ROOT ? NO_GROUP : group));
  }

  /** Whether it is root's. */
  public boolean isRoot() {
    return user == ROOT;
  }
}
