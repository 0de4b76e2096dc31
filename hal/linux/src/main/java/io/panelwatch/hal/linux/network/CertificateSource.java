package io.panelwatch.hal.linux.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.panelwatch.hal.Certificate;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.FileStamp;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When the certificates end that the link needs: PEM files, read again when they have changed.
 *
 * <p>A file that begins with a certificate of a device or person holds its chain, which is over
 * with the first of its certificates. One that begins with an authority holds authorities to trust,
 * an old one beside its successor maybe: it is of use until the last of them is over.
 */
public final class CertificateSource implements SensorSource {

  private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  /** What a file said when it was read. */
  private sealed interface Known {
    record End(Instant notAfter) implements Known {}

    record Bad(Measured failed) implements Known {}
  }

  private record Read(FileStamp version, Known known) {}

  private final Tree tree;
  private final Map<String, String> files;
  private final Supplier<Optional<Instant>> trustedTime;
  private final SmallFiles reader;
  private final Map<String, Read> read = new HashMap<>();

  /**
   * @param files absolute paths below the tree's root, by what they are for
   * @param trustedTime what time it is, where somebody knows
   */
  public CertificateSource(
      Tree tree, Map<String, String> files, Supplier<Optional<Instant>> trustedTime) {
    this(tree, files, trustedTime, new SmallFiles(tree));
  }

  CertificateSource(
      Tree tree,
      Map<String, String> files,
      Supplier<Optional<Instant>> trustedTime,
      SmallFiles reader) {
    this.tree = tree;
    this.files = files;
    this.trustedTime = trustedTime;
    this.reader = reader;
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.CERTIFICATES;
  }

  @Override
  public String lookedIn() {
    return "[broker] of the configuration";
  }

  @Override
  public boolean looksForAnything() {
    return !files.isEmpty();
  }

  @Override
  public List<Certificate> read() {
    if (files.isEmpty()) {
      return List.of();
    }
    Optional<Instant> now = trustedTime.get();
    return files.keySet().stream().sorted().map(purpose -> certificate(purpose, now)).toList();
  }

  private Certificate certificate(String purpose, Optional<Instant> now) {
    String path = tree.path(files.getOrDefault(purpose, "").substring(1));
    return new Certificate(purpose, path, daysLeft(known(purpose, path), now));
  }

  /** What could not be read is tried again at the next scan: a right to it may have been given. */
  private Known known(String purpose, String path) {
    Optional<FileStamp> version = tree.look(path);
    Read before = read.get(purpose);
    if (before != null && version.filter(before.version::equals).isPresent()) {
      return before.known;
    }
    int name = path.lastIndexOf('/') + 1;
    return switch (reader.table(path.substring(0, name - 1), path.substring(name))) {
      case FileText.Text(String text) -> {
        Known parsed = parse(text, path);
        version.ifPresent(stamp -> read.put(purpose, new Read(stamp, parsed)));
        yield parsed;
      }
      case FileText.Unread unread -> new Known.Bad(unread.failed());
    };
  }

  /** Without a clock to believe there is no saying what is over. */
  private Measured daysLeft(Known known, Optional<Instant> now) {
    return switch (known) {
      case Known.Bad(Measured failed) -> failed;
      case Known.End end when now.isEmpty() ->
          tree.live() ? Measured.absent() : Measured.notRecorded();
      case Known.End(Instant notAfter) ->
          Measured.of(Duration.between(now.get(), notAfter).toSeconds() / SECONDS_PER_DAY);
    };
  }

  private static Known parse(String pem, String path) {
    var notUnderstood = new Known.Bad(new Measured.Failed(0, "parse", path));
    try {
      List<X509Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem.getBytes(ISO_8859_1)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      return all.isEmpty() ? notUnderstood : new Known.End(end(all));
    } catch (CertificateException notPem) {
      return notUnderstood;
    }
  }

  private static Instant end(List<X509Certificate> all) {
    boolean authorities = all.getFirst().getBasicConstraints() >= 0;
    List<Instant> ends =
        all.stream()
            .map(certificate -> certificate.getNotAfter().toInstant())
            .sorted(Comparator.naturalOrder())
            .toList();
    return authorities ? ends.getLast() : ends.getFirst();
  }
}
