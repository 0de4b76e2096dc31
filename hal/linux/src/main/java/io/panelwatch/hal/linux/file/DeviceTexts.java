package io.panelwatch.hal.linux.file;

/** Models, serial numbers and labels, as devices tell them: any bytes, made fit to be shown. */
public final class DeviceTexts {

  /** Longer than any field that a standard gives a device for it. */
  private static final int LONGEST = 120;

  private final SmallFiles files;

  public DeviceTexts(SmallFiles files) {
    this.files = files;
  }

  /** The first of these attributes that says something, on one line; empty where none does. */
  public String first(String folder, String... names) {
    for (String name : names) {
      String text = shown(files.attribute(folder, name).or(""));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** A whole file as it is, or nothing. */
  public String table(String folder, String name) {
    return files.table(folder, name).or("");
  }

  /** What cannot be printed becomes a blank, and blanks in a row become one. */
  public static String shown(String text) {
    String shown = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST);
  }

  /** The name of a file or folder without its path. */
  public static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
