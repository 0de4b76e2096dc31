package io.panelwatch.agent.command;

import static io.panelwatch.agent.command.JsonOut.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.KernelProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.PanelProfiles;
import io.panelwatch.display.profile.Transport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Panel profiles, for programs and for people. */
final class PanelOutput {

  private static final String FROM_THE_KERNEL = "from the kernel";

  private PanelOutput() {}

  static void printList(PanelProfiles profiles, PrintWriter out) {
    var table = new Table("NAME", "CONTROLLER", "SIZE", "FORMAT", "BUS", "ORIGIN");
    for (PanelProfiles.Entry entry : profiles.list()) {
      Optional<ControllerProfile> profile = controller(entry);
      String unknown = entry.profile().isEmpty() ? "broken" : FROM_THE_KERNEL;
      table.row(
          entry.name(),
          profile.map(ControllerProfile::controller).orElse("-"),
          profile.map(PanelOutput::size).orElse(unknown),
          profile.map(known -> known.format().text()).orElse("-"),
          profile.map(known -> String.join(" ", transports(known))).orElse("-"),
          entry.origin() + (entry.shadows() ? " (instead of the built-in one)" : ""));
    }
    table.print(out);
    long broken = profiles.list().stream().filter(entry -> entry.profile().isEmpty()).count();
    if (broken > 0) {
      out.println();
      out.println(broken + " broken: panelwatch panel check FILE says why");
    }
  }

  /** An array, one object per profile; what a kernel's or a broken one does not say is null. */
  static String listJson(PanelProfiles profiles) {
    return JsonOut.line(
        json ->
            JsonOut.array(json, List.copyOf(profiles.list()), entry -> writeEntry(json, entry)));
  }

  private static void writeEntry(JsonWriter json, PanelProfiles.Entry entry) {
    Optional<ControllerProfile> profile = controller(entry);
    put(json, "name", entry.name());
    orNull(json, "controller", profile.map(ControllerProfile::controller));
    orNullNumber(json, "width", profile.map(known -> known.geometry().width()));
    orNullNumber(json, "height", profile.map(known -> known.geometry().height()));
    orNull(json, "format", profile.map(known -> known.format().text()));
    words(json, "transports", profile.map(PanelOutput::transports).orElse(List.of()));
    put(json, "origin", entry.origin());
    json.name("shadows");
    json.value(entry.shadows());
    words(
        json,
        "problems",
        entry.problems().stream()
            .map(problem -> problem.line() + ": " + problem.reason())
            .toList());
  }

  static void print(PanelProfile profile, PrintWriter out) {
    switch (profile) {
      case ControllerProfile controller -> ControllerOutput.print(controller, out);
      case KernelProfile kernel -> {
        out.println(kernel.name() + ": a framebuffer of the kernel");
        out.println("  datasheet   " + kernel.datasheet());
        out.println("  size        " + FROM_THE_KERNEL + ", as the pixel format and the power");
        out.println("  rotations   all, turned in software");
      }
    }
  }

  static String json(PanelProfile profile) {
    return JsonOut.line(
        json -> {
          json.beginObject();
          put(json, "name", profile.name());
          put(json, "kind", profile instanceof KernelProfile ? "kernel" : "controller");
          put(json, "datasheet", profile.datasheet());
          put(json, "pixelShiftPx", profile.pixelShiftPx());
          if (profile instanceof ControllerProfile controller) {
            ControllerOutput.write(json, controller);
          }
          json.endObject();
        });
  }

  static List<String> transports(ControllerProfile profile) {
    return profile.transports().stream().sorted().map(Transport::text).toList();
  }

  static String size(ControllerProfile profile) {
    return profile.geometry().width() + "x" + profile.geometry().height();
  }

  static void words(JsonWriter json, String key, List<String> words) {
    json.name(key);
    json.beginArray();
    words.forEach(json::value);
    json.endArray();
  }

  private static void orNull(JsonWriter json, String key, Optional<String> value) {
    json.name(key);
    value.ifPresentOrElse(json::value, json::nullValue);
  }

  private static void orNullNumber(JsonWriter json, String key, Optional<Integer> value) {
    json.name(key);
    value.ifPresentOrElse(known -> json.value(known.intValue()), json::nullValue);
  }

  private static Optional<ControllerProfile> controller(PanelProfiles.Entry entry) {
    return entry
        .profile()
        .filter(ControllerProfile.class::isInstance)
        .map(ControllerProfile.class::cast);
  }
}
