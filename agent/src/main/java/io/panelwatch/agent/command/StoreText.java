package io.panelwatch.agent.command;

import io.panelwatch.agent.store.Restored;
import io.panelwatch.agent.store.Verification;
import io.panelwatch.agent.store.Verification.Contents;
import io.panelwatch.agent.store.Verification.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What was found of a fault memory, and done with it.
 *
 * @param words in the person's language
 * @param out gets it
 * @param json whether that is for a program instead
 */
record StoreText(Words words, PrintWriter out, boolean json) {

  private static final Contents NOTHING = new Contents(0, 0, 0, Optional.empty());

  /** Whether it is sound, and what is in it. */
  void tell(Verification found) {
    if (json) {
      out.println(jsonOf(found));
      return;
    }
    if (found.ok()) {
      out.println(words.say("verify.sound", found.file()));
      Contents held = held(found);
      out.println(
          words.say("contents", held.episodes(), held.active(), held.waiting(), latest(found)));
    } else {
      out.println(words.say("verify.unsound", found.file()));
    }
    for (Finding finding : found.findings()) {
      String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      out.println("  " + Table.printable(words.say("finding." + kind, finding.detail())));
    }
  }

  /** What was saved. */
  void tellBackup(Verification copied) throws IOException {
    if (json) {
      out.println(jsonOf(copied));
    } else {
      Contents held = held(copied);
      long kilobytes = Files.size(copied.file()) >> 10;
      out.println(words.say("backup.done", copied.file(), kilobytes));
      out.println(
          words.say("contents", held.episodes(), held.active(), held.waiting(), latest(copied)));
    }
  }

  /** The question before a backup is put back. */
  String askWhether(Verification backup, Path folder) {
    return words.say(
        "restore.confirm", backup.file(), held(backup).episodes(), latest(backup), folder);
  }

  /** What became of it. */
  void tell(Restored restored) {
    out.println(words.say("restore.done", restored.episodes(), restored.replaced()));
    if (restored.ended() > 0) {
      out.println(words.say("restore.ended", restored.ended()));
    }
  }

  private static Contents held(Verification found) {
    return found.contents().orElse(NOTHING);
  }

  private String latest(Verification found) {
    return held(found).latest().orElseGet(() -> words.say("never"));
  }

  private static String jsonOf(Verification found) {
    Contents held = held(found);
    return JsonOut.line(
        json -> {
          json.beginObject();
          JsonOut.put(json, "file", found.file().toString());
          JsonOut.put(json, "ok", found.ok());
          JsonOut.put(json, "version", found.version());
          JsonOut.put(json, "episodes", held.episodes());
          JsonOut.put(json, "active", held.active());
          JsonOut.put(json, "waiting", held.waiting());
          json.name("latest");
          held.latest().ifPresentOrElse(json::value, json::nullValue);
          json.name("findings");
          JsonOut.array(
              json,
              found.findings(),
              finding -> {
                JsonOut.put(json, "kind", finding.kind().name());
                JsonOut.put(json, "detail", finding.detail());
              });
          json.endObject();
        });
  }
}
