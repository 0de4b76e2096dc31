package io.panelwatch.agent.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code [broker]}: the MQTT 5 broker that the device reports to.
 *
 * @param url {@code tcp://host:port} or, with TLS, {@code ssl://host:port}; the file may also say
 *     {@code mqtt://} and {@code mqtts://} and leave the registered ports 1883 and 8883 away.
 *     Empty: the link is off
 * @param ca certificates to trust (PEM); empty: those of the system
 * @param certificate of this device (PEM), together with {@code key}
 * @param key private key of the certificate (PEM, PKCS#8)
 * @param username for brokers that ask for one
 * @param passwordFile holds the user's password; its first line counts
 */
public record BrokerSettings(
    Optional<URI> url,
    Optional<Path> ca,
    Optional<Path> certificate,
    Optional<Path> key,
    Optional<String> username,
    Optional<Path> passwordFile) {

  /** No broker: everything works but reporting. */
  public static final BrokerSettings NONE =
      new BrokerSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
