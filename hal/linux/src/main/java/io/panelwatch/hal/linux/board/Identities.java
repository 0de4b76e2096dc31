package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.BoardIdentity;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who a board says it is: its device tree, else the firmware's DMI table ({@code
 * /sys/class/dmi/id}).
 */
public final class Identities {

  /** Where the kernel shows the device tree, newest place first. */
  private static final List<String> DEVICE_TREE =
      List.of("sys/firmware/devicetree/base", "proc/device-tree");

  private static final String DMI = "sys/class/dmi/id";

  /** What firmware says when its maker did not fill the field in. */
  private static final Set<String> NOT_FILLED_IN =
      Set.of(
          "",
          "0",
          "default string",
          "none",
          "not applicable",
          "not specified",
          "o.e.m.",
          "system product name",
          "system serial number",
          "to be filled by o.e.m.");

  private Identities() {}

  public static BoardIdentity of(Tree tree) {
    var files = new SmallFiles(tree);
    return new BoardIdentity(
        first(tree, files, "model", List.of("product_name", "board_name")),
        first(tree, files, "serial-number", List.of("product_serial", "board_serial")));
  }

  /** The serial of a PC is for root's eyes only: without it the board has none to tell. */
  private static String first(Tree tree, SmallFiles files, String property, List<String> dmi) {
    return Stream.concat(
            DEVICE_TREE.stream().map(folder -> files.attribute(tree.path(folder), property)),
            dmi.stream().map(name -> files.attribute(tree.path(DMI), name)))
        .map(text -> text.or("").strip())
        .filter(text -> !NOT_FILLED_IN.contains(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse("");
  }
}
