package io.panelwatch.display.profile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes a profile of a text, goes on after an error, and gives one only when there was none. */
final class ProfileParser {

  /** Ten times what the longest profile needs. */
  static final int MOST_BYTES = 65_536;

  private static final int MAX_SHIFT_PX = 8;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final Set<String> KEYS = Set.of("name", "kind", "datasheet", "pixel-shift");
  private static final Set<String> REPEATED = Set.of("rotation", "readback");
  private static final List<String> KINDS = List.of("controller", "kernel");

  private final String origin;
  private final Complaints complaints = new Complaints();

  ProfileParser(String origin) {
    this.origin = origin;
  }

  PanelProfile parse(byte[] bytes) throws ProfileException {
    if (bytes.length > MOST_BYTES) {
      complaints.about(0, "a profile has at most %d bytes".formatted(MOST_BYTES));
      complaints.check(origin);
    }
    ProfileSum.check(bytes, complaints);
    complaints.check(origin);
    ProfileText text = TextReader.read(ProfileSum.without(bytes), complaints);
    complaints.check(origin);
    Values values = new Values(text, complaints);
    PanelProfile profile = isTheKernels(values) ? kernel(text, values) : controller(text, values);
    complaints.check(origin);
    return profile;
  }

  private static boolean isTheKernels(Values values) {
    return values.has("kind") && values.choice("kind", KINDS, kind -> kind).equals(KINDS.getLast());
  }

  private KernelProfile kernel(ProfileText text, Values values) {
    refuseKeysBut(KEYS, text);
    for (String sequence : text.sequences().keySet()) {
      complaints.about(0, "a kernel's panel has no sequence [" + sequence + "]");
    }
    return new KernelProfile(name(values), values.words("datasheet"), pixelShift(values));
  }

  private ControllerProfile controller(ProfileText text, Values values) {
    Set<String> keys = new TreeSet<>(KEYS);
    keys.addAll(ControllerReader.KEYS);
    refuseKeysBut(keys, text);
    SequenceReader sequences = new SequenceReader(text, values, complaints);
    ControllerProfile profile =
        new ControllerReader(values, complaints)
            .read(name(values), pixelShift(values), sequences.all());
    GeometryRules.check(profile, values, complaints);
    OrientationRules.check(profile, values, complaints);
    BusRules.check(profile, values, complaints);
    SequenceRules.check(profile, sequences.numbered(), complaints);
    return profile;
  }

  private void refuseKeysBut(Set<String> known, ProfileText text) {
    text.entries()
        .forEach(
            (key, lines) -> {
              int first = lines.getFirst().number();
              if (!known.contains(key)) {
                complaints.about(first, key + " is no key of such a profile; there are " + known);
              } else if (lines.size() > 1 && !REPEATED.contains(key)) {
                complaints.about(lines.get(1).number(), key + " is there twice");
              }
              lines.stream()
                  .filter(line -> line.words().isEmpty())
                  .forEach(line -> complaints.about(line.number(), key + " has no value"));
            });
  }

  private String name(Values values) {
    String name = values.word("name").orElse("");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      complaints.about(
          values.lineOf("name"), "a name is 1 to 32 lower-case letters, digits and dashes");
    }
    return name;
  }

  private static int pixelShift(Values values) {
    return values.has("pixel-shift") ? values.whole("pixel-shift", 0, MAX_SHIFT_PX) : 0;
  }
}
