//! Places and areas, in float pixels from the upper left corner.

/// A place in pixels.
pub(crate) type Point = (f64, f64);

/// The room something takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    /// Left.
    pub(crate) left: f64,
    /// Top.
    pub(crate) top: f64,
    /// Right.
    pub(crate) right: f64,
    /// Bottom.
    pub(crate) bottom: f64,
}

impl Area {
    /// Whether two areas share more than an edge.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a point lies inside.
    pub(crate) fn holds(&self, at: Point) -> bool {
        at.0 > self.left && at.0 < self.right && at.1 > self.top && at.1 < self.bottom
    }

    /// The smallest area around both.
    pub(crate) fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}
