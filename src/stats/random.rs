//! The named random generator: streams of ChaCha with 8 rounds (Bernstein 2008).
//!
//! The seed fills the first eight bytes of the key and the purpose the next eight, little-endian; the
//! other bytes are 0, and each replicate has the stream of its own number. What is drawn therefore
//! depends neither on other replicates, nor on the platform, nor on the number of threads. Nothing
//! here calls `ln` or `exp`, whose last digit differs between platforms.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Random numbers of one replicate for one purpose.
#[derive(Debug, Clone)]
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// The stream `number` of a seed; streams of different purposes never meet.
    #[must_use]
    pub fn new(seed: u64, purpose: u64, number: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&purpose.to_le_bytes());
        let mut generator = ChaCha8Rng::from_seed(key);
        generator.set_stream(number);
        Self(generator)
    }

    /// 64 random bits.
    pub fn word(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from 0 up to, not including, 1: a multiple of 2⁻⁵³.
    pub fn unit(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
        let whole = (self.word() >> 11) as f64;
        whole * f64::from_bits(0x3CA0_0000_0000_0000)
    }

    /// An index below `below`, each with the same probability (Lemire 2019, algorithm 5); 0 where
    /// `below` is 0.
    pub fn below(&mut self, below: u32) -> u32 {
        if below == 0 {
            return 0;
        }
        loop {
            let product = u64::from(self.0.next_u32()) * u64::from(below);
            let [upper, lower] = [product >> 32, product & u64::from(u32::MAX)];
            // The costly remainder matters only here, since it is itself below `below`.
            if lower >= u64::from(below) || lower >= u64::from(below.wrapping_neg() % below) {
                return u32::try_from(upper).unwrap_or(below - 1);
            }
        }
    }

    /// Shares that sum to 1, every set of shares with the same density: Dirichlet (1, …, 1), as the
    /// spacings of sorted uniform numbers (Devroye 1986, chapter V, theorem 2.1).
    pub fn shares(&mut self, out: &mut [f64]) {
        let Some((last, cuts)) = out.split_last_mut() else {
            return;
        };
        for cut in cuts.iter_mut() {
            *cut = self.unit();
        }
        cuts.sort_unstable_by(f64::total_cmp);
        *last = 1.0;
        for at in (1..out.len()).rev() {
            out[at] -= out[at - 1];
        }
    }
}

/// How many things are passed over before the next one that is hit, each being hit on its own with
/// one probability: the geometric distribution by its table.
#[derive(Debug, Clone)]
pub struct Gaps {
    /// 2³² · P(gap ≤ k) for k = 0, 1, …
    reached: Vec<u64>,
    /// Where to look first, by the upper eight of the 32 bits drawn.
    start: Vec<usize>,
}

/// Length of the table; a longer gap is a table passed over and another draw.
const LONGEST: usize = 128;

impl Gaps {
    /// Gaps between hits of `probability`; `None` unless 0 < p ≤ 1.
    #[must_use]
    pub fn new(probability: f64) -> Option<Self> {
        if !(probability > 0.0 && probability <= 1.0) {
            return None;
        }
        let mut missed = 1.0;
        let reached: Vec<u64> = (0..LONGEST)
            .map(|_| {
                missed *= 1.0 - probability;
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "between 0 and 2^32"
                )]
                let reached = ((1.0 - missed) * 4_294_967_296.0).round() as u64;
                reached
            })
            .collect();
        let start = (0..256_u64)
            .map(|upper| reached.partition_point(|it| *it <= upper << 24))
            .collect();
        Some(Self { reached, start })
    }

    /// The next gap, and a fair coin for the hit at its end. A gap of `most` or more may be told
    /// as any of those: hits so rare that nobody waits for them must not be waited for.
    pub fn next(&self, stream: &mut Stream, most: usize) -> (usize, bool) {
        let mut passed = 0;
        while passed < most {
            let word = stream.word();
            let drawn = word >> 32;
            let mut gap = self.start[(drawn >> 24) as usize];
            while gap < LONGEST && self.reached[gap] <= drawn {
                gap += 1;
            }
            passed += gap;
            if gap < LONGEST {
                return (passed, word & 1 == 1);
            }
        }
        (passed, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_differ_by_seed_purpose_and_number() {
        let first = |seed, purpose, number| Stream::new(seed, purpose, number).word();
        assert_eq!(first(1, 2, 3), first(1, 2, 3));
        assert_ne!(first(1, 2, 3), first(2, 2, 3));
        assert_ne!(first(1, 2, 3), first(1, 3, 3));
        assert_ne!(first(1, 2, 3), first(1, 2, 4));
    }

    #[test]
    fn uniform_numbers_have_the_mean_and_variance_of_theory() {
        let mut stream = Stream::new(1, 0, 0);
        let drawn: Vec<f64> = (0..100_000).map(|_| stream.unit()).collect();
        assert!(drawn.iter().all(|it| (0.0..1.0).contains(it)));
        let mean = crate::stats::mean(&drawn).expect("values");
        let spread = crate::stats::deviation(&drawn).expect("values");
        assert!((mean - 0.5).abs() < 0.005, "{mean}");
        assert!((spread * spread - 1.0 / 12.0).abs() < 0.001, "{spread}");
    }

    /// Var of a share of Dirichlet (1, …, 1) with n parts: (n − 1) / (n² (n + 1)).
    #[test]
    fn shares_sum_to_one_and_spread_as_the_flat_dirichlet() {
        let mut stream = Stream::new(1, 0, 0);
        let mut all = Vec::new();
        for _ in 0..20_000 {
            let mut shares = [0.0; 4];
            stream.shares(&mut shares);
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            assert!(shares.iter().all(|it| *it >= 0.0));
            all.push(shares[1]);
        }
        let mean = crate::stats::mean(&all).expect("values");
        let spread = crate::stats::deviation(&all).expect("values");
        assert!((mean - 0.25).abs() < 0.005, "{mean}");
        assert!((spread * spread - 3.0 / 80.0).abs() < 0.001, "{spread}");
        let mut one = [0.0];
        stream.shares(&mut one);
        assert!((one[0] - 1.0).abs() < 1e-15);
        stream.shares(&mut []);
    }

    #[test]
    fn gaps_hit_as_often_as_they_say() {
        for probability in [1.0, 0.5, 0.1, 0.001] {
            let gaps = Gaps::new(probability).expect("a probability");
            let mut stream = Stream::new(3, 0, 0);
            let (mut at, mut hits, mut heads) = (0, 0_u32, 0_u32);
            loop {
                let (gap, head) = gaps.next(&mut stream, usize::MAX);
                at += gap + 1;
                if at > 1_000_000 {
                    break;
                }
                hits += 1;
                heads += u32::from(head);
            }
            let share = f64::from(hits) / 1e6;
            let error = 4.0 * (probability * (1.0 - probability) / 1e6).sqrt();
            assert!((share - probability).abs() <= error, "{share}");
            let half = f64::from(heads) / f64::from(hits);
            assert!((half - 0.5).abs() < 2.0 / f64::from(hits).sqrt(), "{half}");
        }
        assert!(Gaps::new(0.0).is_none() && Gaps::new(f64::NAN).is_none());
        // What never hits is not waited for.
        let never = Gaps::new(1e-13).expect("a probability");
        assert!(never.next(&mut Stream::new(3, 0, 0), 1000).0 >= 1000);
    }
}
