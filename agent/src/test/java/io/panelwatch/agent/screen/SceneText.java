package io.panelwatch.agent.screen;

import io.panelwatch.display.scene.Scene;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Listing;
import io.panelwatch.display.scene.Widget.Pages;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be read on a scene. */
final class SceneText {

  private SceneText() {}

  static List<String> of(Scene scene) {
    return of(scene.root()).filter(text -> !text.isEmpty()).toList();
  }

  /** The one listing of a scene. */
  static Listing listing(Scene scene) {
    return only(Listing.class, scene);
  }

  /** What is read page by page on a scene. */
  static Pages pages(Scene scene) {
    return only(Pages.class, scene);
  }

  private static <T extends Widget> T only(Class<T> kind, Scene scene) {
    return all(scene.root()).filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  private static Stream<Widget> all(Widget widget) {
    return switch (widget) {
      case Widget.Column column -> column.children().stream().flatMap(SceneText::all);
      case Widget.Split split -> Stream.concat(all(split.main()), all(split.side()));
      case Widget.Grow grow -> all(grow.child());
      default -> Stream.of(widget);
    };
  }

  private static Stream<String> of(Widget widget) {
    return switch (widget) {
      case Widget.Column column -> column.children().stream().flatMap(SceneText::of);
      case Widget.Row row -> row.children().stream().flatMap(SceneText::of);
      case Widget.Split split -> Stream.concat(of(split.main()), of(split.side()));
      case Listing listing -> listing.rows().stream().flatMap(SceneText::of);
      case Pages pages -> pages.rows().stream().flatMap(SceneText::of);
      case Widget.Grow grow -> of(grow.child());
      case Widget.IfRoom optional -> of(optional.child());
      case Widget.Card card -> of(card.child());
      case Widget.Label label -> Stream.of(label.text());
      case Widget.BigText text -> Stream.of(text.text());
      case Widget.Banner banner -> Stream.of(banner.text());
      case Widget.Qr qr -> Stream.of(qr.payload());
      case Widget.Figure figure -> Stream.of((figure.value() + " " + figure.unit()).strip());
      case Widget.Icon ignored -> Stream.empty();
      case Widget.Sparkline ignored -> Stream.empty();
      case Widget.Spacer ignored -> Stream.empty();
      case Widget.Rule ignored -> Stream.empty();
      case Widget.Bar ignored -> Stream.empty();
      case Widget.TestCard ignored -> Stream.empty();
    };
  }
}
