package vn.motcua.designer;

/** A rectangle in a drawing; {@code y} is its upper edge. */
record Box(int x, int y, int width, int height) {

  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  int middle() {
    return x + width / 2;
  }

  Box down(int by) {
    return new Box(x, y + by, width, height);
  }
}
