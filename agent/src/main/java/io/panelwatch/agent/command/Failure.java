package io.panelwatch.agent.command;

import io.panelwatch.agent.config.ConfigurationError;
import io.panelwatch.agent.config.ConfigurationException;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * What a thrown exception means to the user. The only place where types become exit statuses.
 *
 * @param status what the program ends with
 * @param sentences for standard error: one, or one for each error of a configuration
 */
record Failure(ExitStatus status, List<String> sentences) {

  static Failure of(Exception e) {
    return switch (e) {
      case CommandException known -> said(known.status(), known);
      case ConfigurationException refused ->
          new Failure(
              ExitStatus.CONFIGURATION,
              refused.errors().stream().map(ConfigurationError::toString).toList());
      case ProfileException refused ->
          new Failure(
              ExitStatus.CONFIGURATION, String.valueOf(refused.getMessage()).lines().toList());
      case DeviceException device -> said(statusOf(device), device);
      case AccessDeniedException denied ->
          said(ExitStatus.NOT_PERMITTED, "not permitted: " + denied.getFile());
      case NoSuchFileException missing -> said(ExitStatus.IO, "no such file: " + missing.getFile());
      case FileSystemException file -> said(ExitStatus.IO, file);
      case ConnectException away -> said(ExitStatus.UNAVAILABLE, away);
      case UnknownHostException unknown ->
          said(ExitStatus.UNAVAILABLE, "unknown host: " + unknown.getMessage());
      case IOException io -> said(ExitStatus.IO, io);
      default ->
          said(
              ExitStatus.SOFTWARE,
              "a defect of panelwatch (%s): run it again with --verbose and report what it says"
                  .formatted(e));
    };
  }

  private static ExitStatus statusOf(DeviceException e) {
    if (Errno.saysDenied(e.errno())) {
      return ExitStatus.NOT_PERMITTED;
    }
    return e.errno() == 0 || Errno.saysAbsent(e.errno()) ? ExitStatus.UNAVAILABLE : ExitStatus.IO;
  }

  private static Failure said(ExitStatus status, Exception e) {
    return said(status, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private static Failure said(ExitStatus status, String sentence) {
    return new Failure(
        status,
        List.of("panelwatch: " + Table.printable(sentence.replaceAll("\\s+", " ").strip())));
  }
}
