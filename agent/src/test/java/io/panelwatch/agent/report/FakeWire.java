package io.panelwatch.agent.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** A wire that does what a test tells it, and remembers what it was given. */
final class FakeWire implements Wire {

  /** A publish that waits for its answer. */
  record Unanswered(long tag, Outgoing message) {}

  final List<Link> links = new ArrayList<>();

  @Override
  public Connection open(Outgoing will, Listener listener) {
    var link = new Link(will, listener);
    links.add(link);
    return link;
  }

  /** The latest attempt. */
  Link last() {
    return links.getLast();
  }

  /** One connection. */
  static final class Link implements Connection {
    final Outgoing will;
    final Listener listener;
    final List<Outgoing> published = new ArrayList<>();
    final Deque<Unanswered> unanswered = new ArrayDeque<>();
    final List<Integer> acknowledged = new ArrayList<>();
    final List<Outgoing> goodbyes = new ArrayList<>();
    boolean up;
    boolean over;

    Link(Outgoing will, Listener listener) {
      this.will = will;
      this.listener = listener;
    }

    void accept(int receiveMaximum) {
      up = true;
      listener.up(receiveMaximum);
    }

    void cut(int reasonCode) {
      up = false;
      over = true;
      listener.down(reasonCode, "cut");
    }

    /** Answers the oldest publish. */
    void answer(int reasonCode) {
      listener.published(unanswered.removeFirst().tag(), reasonCode);
    }

    void say(String topic, String payload) {
      say(topic, payload.getBytes(StandardCharsets.UTF_8), OptionalLong.empty());
    }

    void say(String topic, byte[] payload, OptionalLong expiry) {
      listener.arrived(new Incoming(topic, ByteBuffer.wrap(payload), 1, 7, expiry));
    }

    List<Outgoing> publishedOn(String topicEnd) {
      return published.stream().filter(m -> m.topic().endsWith(topicEnd)).toList();
    }

    @Override
    public void publish(Outgoing message, long tag) {
      published.add(message);
      unanswered.add(new Unanswered(tag, message));
    }

    @Override
    public void acknowledge(Incoming message) {
      acknowledged.add(message.packetId());
    }

    @Override
    public void goodbye(Outgoing last, Duration within) {
      goodbyes.add(last);
      over = true;
    }

    @Override
    public void abandon() {
      up = false;
      over = true;
    }
  }
}
