// Factorisations of matrices and solutions of triangular systems. The last two dimensions are the matrix; those before
// them are a batch.
#ifndef FLUXION_IR_OPS_LINALG
#define FLUXION_IR_OPS_LINALG

include "ir/families.td"

def Fx_CholeskyOp : Fx_Inferred<"cholesky"> {
  let summary = "The lower factor l of a symmetric positive definite matrix: a = l·lᵀ.";
  let description = [{
    (C1) `a` is a batch of square matrices of f32 or f64. Only the lower triangle of `a` is read; the strictly upper one
    of `l` is zero. Where a matrix is not positive definite, all elements of its factor are NaN.

    ```mlir
    %l = fx.cholesky %a : tensor<2x3x3xf32>
    ```
  }];
  let arguments = (ins Fx_FloatTensor:$a);
  let results = (outs Fx_FloatTensor:$l);
  let assemblyFormat = "$a attr-dict `:` type($a)";
}
def Fx_TriangularSolveOp : Fx_Inferred<"triangular_solve"> {
  let summary = "x with op(a)·x = b, or with x·op(a) = b, for a triangular matrix a.";
  let description = [{
    op(a) is `a`, or its transpose where `transpose_a` holds. (C1) `a` is a batch of square matrices of f32 or f64; (C2)
    `b` has the same batch and element type, and its rows (`left_side`) or columns are as many as a's. Only the lower or
    upper triangle of `a` is read, without the diagonal where `unit_diagonal` says that it is all ones. A zero on the
    diagonal gives infinities and NaN.

    ```mlir
    %x = fx.triangular_solve %a, %b left true lower true unit false transpose false : tensor<3x3xf32>, tensor<3x2xf32>
    ```
  }];
  let arguments = (ins Fx_FloatTensor:$a, Fx_FloatTensor:$b, BoolAttr:$left_side, BoolAttr:$lower,
                       BoolAttr:$unit_diagonal, BoolAttr:$transpose_a);
  let results = (outs Fx_FloatTensor:$x);
  let assemblyFormat = [{$a `,` $b `left` $left_side `lower` $lower `unit` $unit_diagonal `transpose` $transpose_a
    attr-dict `:` type($a) `,` type($b)}];
}
def Fx_LuOp : Fx_Inferred<"lu"> {
  let summary = "Gaussian elimination with row exchanges: a[permutation] = l·u.";
  let description = [{
    `lu` holds u on and above the diagonal and below it l, whose diagonal is ones. At step i, rows i and `pivots[i]` were
    exchanged; `permutation` is all exchanges together. The pivot is the first of greatest magnitude. A singular matrix
    has zeros on u's diagonal. (C1) `a` is a batch of matrices of f32 or f64.
  }];
  let arguments = (ins Fx_FloatTensor:$a);
  let results = (outs Fx_FloatTensor:$lu, Fx_IndexTensor:$pivots, Fx_IndexTensor:$permutation);
  let assemblyFormat = "$a attr-dict `:` type($a)";
}
def Fx_QrOp : Fx_Inferred<"qr"> {
  let summary = "a = q·r with orthonormal columns of q and upper triangular r, by Householder's reflections.";
  let description = [{
    For a[m, n] and k = min(m, n): q[m, k] and r[k, n], or q[m, m] and r[m, n] with `full_matrices`. The signs of r's
    diagonal are LAPACK's. (C1) `a` is a batch of matrices of f32 or f64.
  }];
  let arguments = (ins Fx_FloatTensor:$a, BoolAttr:$full_matrices);
  let results = (outs Fx_FloatTensor:$q, Fx_FloatTensor:$r);
  let assemblyFormat = "$a `full` $full_matrices attr-dict `:` type($a)";
}
def Fx_HouseholderQrOp : Fx_Inferred<"householder_qr"> {
  let summary = "The QR factorisation as r and the reflections whose product is q (LAPACK's geqrf).";
  let description = [{
    `packed` holds r on and above the diagonal. Reflection i is I − taus[i]·v·vᵀ, where v is zero before element i, one
    there, and after it what stands below the diagonal in column i. (C1) `a` is a batch of matrices of f32 or f64.
  }];
  let arguments = (ins Fx_FloatTensor:$a);
  let results = (outs Fx_FloatTensor:$packed, Fx_FloatTensor:$taus);
  let assemblyFormat = "$a attr-dict `:` type($a)";
}
def Fx_HouseholderProductOp : Fx_Inferred<"householder_product"> {
  let summary = "The first columns of a product of reflections, packed as by householder_qr (LAPACK's orgqr).";
  let description = [{
    (C1) `a` is a batch of matrices [m, n] of f32 or f64, `taus` has the same batch and k elements; (C2) m ≥ n ≥ k. The
    vectors of the k reflections stand below the diagonal of a's first k columns; nothing else of `a` is read.
  }];
  let arguments = (ins Fx_FloatTensor:$a, Fx_FloatTensor:$taus);
  let results = (outs Fx_FloatTensor:$q);
  let assemblyFormat = "$a `,` $taus attr-dict `:` type($a) `,` type($taus)";
}
def Fx_EighOp : Fx_Inferred<"eigh"> {
  let summary = "Eigenvalues w, rising, and eigenvectors, the columns of v, of a symmetric matrix: a·v = v·diag(w).";
  let description = [{
    (C1) `a` is a batch of square matrices of f32 or f64. Only the lower triangle is read. Eigenvectors have length 1 and
    either sign. A matrix with elements that are not finite gives NaN.
  }];
  let arguments = (ins Fx_FloatTensor:$a);
  let results = (outs Fx_FloatTensor:$w, Fx_FloatTensor:$v);
  let assemblyFormat = "$a attr-dict `:` type($a)";
}
def Fx_SvdOp : Fx_Inferred<"svd"> {
  let summary = "Singular values s, falling, and vectors: a = u·diag(s)·vt.";
  let description = [{
    For a[m, n] and k = min(m, n): s[k], u[m, k] and vt[k, n], or u[m, m] and vt[n, n] with `full_matrices`. Vectors have
    length 1, a pair of them either sign. A matrix with elements that are not finite gives NaN. (C1) `a` is a batch of
    matrices of f32 or f64.
  }];
  let arguments = (ins Fx_FloatTensor:$a, BoolAttr:$full_matrices);
  let results = (outs Fx_FloatTensor:$s, Fx_FloatTensor:$u, Fx_FloatTensor:$vt);
  let assemblyFormat = "$a `full` $full_matrices attr-dict `:` type($a)";
}

#endif
