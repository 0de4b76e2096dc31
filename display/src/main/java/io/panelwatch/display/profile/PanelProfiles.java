package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The profiles that a board can use: those that come with the engine, and every {@code NAME.panel}
 * of a folder.
 *
 * <p>A file's name must be the {@code name} that it holds. A file shadows a built-in profile of its
 * name, even a broken one does: an owner's own panel is not driven as another. One broken file does
 * not hide the others.
 *
 * <p>Immutable: the folder is read once, when the list is made.
 */
public final class PanelProfiles {

  /** Where a board's owner puts own profiles. */
  public static final Path FOLDER = Path.of("/etc/panelwatch/panels");

  private static final String SUFFIX = ".panel";
  private static final int MOST_FILES = 256;

  /**
   * One profile, or what is wrong with its file.
   *
   * @param name what {@code --panel} takes
   * @param origin the file, or {@code built-in}
   * @param shadows whether it stands in front of a built-in profile of its name
   * @param profile the profile; empty where the file is broken
   * @param problems why it is broken; none where it is not
   */
  public record Entry(
      String name,
      String origin,
      boolean shadows,
      Optional<PanelProfile> profile,
      List<Problem> problems) {

    /** Keeps its own copy. */
    public Entry {
      problems = List.copyOf(problems);
    }
  }

  private final Map<String, Entry> entries = new TreeMap<>();

  private PanelProfiles() {}

  /** Those that come with the engine, and those of {@link #FOLDER}. */
  public static PanelProfiles ofThisBoard() {
    return with(FOLDER);
  }

  /**
   * Those that come with the engine, and those of a folder; a folder that is not there has none.
   * One that cannot be read, or holds more than 256 profiles, is itself listed as a broken entry,
   * and of its files only those are read that have the name of a built-in one.
   */
  public static PanelProfiles with(Path folder) {
    PanelProfiles profiles = new PanelProfiles();
    for (String name : BuiltInProfiles.names()) {
      profiles.add(name, "built-in", () -> BuiltInProfiles.load(name));
    }
    profiles.addFolder(folder);
    return profiles;
  }

  /** All, in the order of their names. */
  public Collection<Entry> list() {
    return List.copyOf(entries.values());
  }

  /**
   * The profile of a name.
   *
   * @throws ProfileException when there is none, or its file is broken
   */
  public PanelProfile load(String name) throws ProfileException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new ProfileException(
          "panel " + name,
          List.of(new Problem(0, "no such profile; there are " + entries.keySet())));
    }
    if (entry.profile().isEmpty()) {
      throw new ProfileException(entry.origin(), entry.problems());
    }
    return entry.profile().get();
  }

  /**
   * The bytes of a profile's file, as many as a profile may have and one more, so that reading what
   * is no profile ends.
   */
  public static byte[] read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is no file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ProfileParser.MOST_BYTES + 1);
    }
  }

  /**
   * The profile that a file holds.
   *
   * @param file only its name is looked at: that of a {@code .panel} must be the profile's
   * @param bytes what is in it
   * @throws ProfileException with everything that is wrong with it
   */
  public static PanelProfile parse(Path file, byte[] bytes) throws ProfileException {
    PanelProfile profile = PanelProfile.parse(file.toString(), bytes);
    String fileName = file.getFileName().toString();
    String expected = profile.name() + SUFFIX;
    return fileName.equals(expected) || !fileName.endsWith(SUFFIX)
        ? profile
        : refuse(file, "the file of profile %s is %s".formatted(profile.name(), expected));
  }

  /** Gives a profile or says why not. */
  private interface Source {
    PanelProfile profile() throws ProfileException;
  }

  private void addFolder(Path folder) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      List<Path> files = listed(found);
      if (files.size() > MOST_FILES) {
        addBroken(folder, "holds more than %d profiles, take some out".formatted(MOST_FILES));
      } else {
        files.stream().sorted().forEach(this::addFile);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return; // a board without own profiles
    } catch (IOException e) {
      addBroken(folder, "cannot be read: " + e);
    }
  }

  private void addBroken(Path folder, String reason) {
    add(folder.toString(), folder.toString(), () -> refuse(folder, reason));
    addThoseThatShadow(folder);
  }

  /** What is found, up to one more than are taken. */
  static List<Path> listed(Iterable<Path> found) throws IOException {
    List<Path> files = new ArrayList<>();
    try {
      Iterator<Path> each = found.iterator();
      while (files.size() <= MOST_FILES && each.hasNext()) {
        files.add(each.next());
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files;
  }

  /** Also from a folder that cannot be listed: an owner's own panel is not driven as another. */
  private void addThoseThatShadow(Path folder) {
    for (String name : BuiltInProfiles.names()) {
      Path file = folder.resolve(name + SUFFIX);
      if (Files.exists(file)) {
        addFile(file);
      }
    }
  }

  private void addFile(Path file) {
    String fileName = file.getFileName().toString();
    String name = fileName.substring(0, fileName.length() - SUFFIX.length());
    add(name, file.toString(), () -> readAndParse(file));
  }

  private void add(String name, String origin, Source source) {
    boolean shadows = entries.containsKey(name);
    try {
      PanelProfile profile = source.profile();
      entries.put(name, new Entry(name, origin, shadows, Optional.of(profile), List.of()));
    } catch (ProfileException e) {
      entries.put(name, new Entry(name, origin, shadows, Optional.empty(), e.problems()));
    }
  }

  private static PanelProfile readAndParse(Path file) throws ProfileException {
    byte[] bytes;
    try {
      bytes = read(file);
    } catch (IOException e) {
      return refuse(file, "cannot be read: " + e.getMessage());
    }
    return parse(file, bytes);
  }

  private static PanelProfile refuse(Path file, String reason) throws ProfileException {
    throw new ProfileException(file.toString(), List.of(new Problem(0, reason)));
  }
}
