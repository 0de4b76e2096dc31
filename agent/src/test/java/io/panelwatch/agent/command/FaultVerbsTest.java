package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.control.ScriptedAnswers;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.service.Credentials;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Each verb of {@code faults}, with all that can become of it, in both languages. */
class FaultVerbsTest {

  @TempDir private Path folder;

  private final StringWriter said = new StringWriter();

  @ParameterizedTest
  @MethodSource("verbs")
  void everyOutcomeIsToldInWordsOfBothLanguages(String verb) throws IOException {
    var daemon = new Daemon();
    try (var _ = ControlServer.start(folder, daemon)) {
      for (ActionAnswer answer : answers()) {
        daemon.answer = answer;
        String english = told(verb, Language.EN);
        String chinese = told(verb, Language.ZH);
        assertNotEquals(english, chinese, () -> verb + " " + answer);
        if (answer instanceof ActionAnswer.Refused(String why)) {
          assertNotEquals(why, english, "a word of the protocol is no sentence");
        }
      }
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertEquals(
        UserLanguage.words("faults", Language.EN).keySet(),
        UserLanguage.words("faults", Language.ZH).keySet());
  }

  private static Stream<String> verbs() {
    return new CommandLine(new FaultsCommand())
        .getSubcommands().entrySet().stream()
            .filter(
                command -> command.getValue().getCommandSpec().userObject() instanceof FaultAction)
            .map(Map.Entry::getKey);
  }

  private static List<ActionAnswer> answers() {
    var answers =
        new ArrayList<ActionAnswer>(
            List.of(
                new ActionAnswer.Done(2, true),
                new ActionAnswer.Done(2, false),
                new ActionAnswer.Already(),
                new ActionAnswer.Unknown()));
    var lifecycle =
        Stream.of(Outcome.Why.values())
            .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Stream.concat(lifecycle, Stream.of("busy", "ending", "storage-refuses"))
        .map(ActionAnswer.Refused::new)
        .forEach(answers::add);
    return answers;
  }

  private String told(String verb, Language language) {
    said.getBuffer().setLength(0);
    var out = new PrintWriter(said, true);
    List<String> line = new ArrayList<>(List.of("faults", verb, "f-1"));
    if (verb.equals("shelve")) {
      line.add("--for=2h");
    }
    line.addAll(List.of("--state", folder.toString(), "--lang", language.name()));
    int status =
        new CommandLine(new RootCommand())
            .addSubcommand("faults", new FaultsCommand(new TypingTerminal(List.of("y"))))
            .setOut(out)
            .setErr(out)
            .setExecutionExceptionHandler((e, _, _) -> failed(e))
            .execute(line.toArray(String[]::new));
    assertNotEquals(ExitStatus.SOFTWARE.code(), status, said::toString);
    String sentence = said.toString().strip();
    assertFalse(sentence.isEmpty());
    return sentence;
  }

  private int failed(Exception e) {
    Failure failure = Failure.of(e);
    failure.sentences().forEach(s -> said.append(s.replaceFirst("^panelwatch: ", "")));
    return failure.status().code();
  }

  private static final class Daemon extends ScriptedAnswers {

    private volatile ActionAnswer answer = new ActionAnswer.Already();

    @Override
    public Optional<Fault> fault(String faultId) {
      return Stream.of(SampleFault.FAN_STOPPED)
          .filter(fault -> fault.faultId().equals(faultId))
          .findFirst();
    }

    @Override
    public ActionAnswer act(Action action) {
      return answer;
    }

    @Override
    public ActionAnswer signed(Action action, Optional<Credentials> who) {
      return answer;
    }
  }
}
