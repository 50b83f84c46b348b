	.file	"kernel"
	.text
	.globl	fluxion_rows_113d7a91
	.p2align	4
	.type	fluxion_rows_113d7a91,@function
fluxion_rows_113d7a91:
	movq	(%rdi), %rcx
	movq	8(%rdi), %rax
	movq	%rsi, %rdi
	shlq	$14, %rdi
	leaq	192(%rdi,%rcx), %rcx
	jmp	.LBB0_1
	.p2align	4
.LBB0_5:
	vaddps	%zmm2, %zmm0, %zmm0
	vaddps	%zmm3, %zmm1, %zmm1
	vaddps	%zmm1, %zmm0, %zmm0
	vextractf64x4	$1, %zmm0, %ymm1
	vaddps	%ymm1, %ymm0, %ymm0
	vextractf128	$1, %ymm0, %xmm1
	vaddps	%xmm1, %xmm0, %xmm0
	vshufpd	$1, %xmm0, %xmm0, %xmm1
	vaddps	%xmm1, %xmm0, %xmm0
	vmovshdup	%xmm0, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	%xmm0, (%rax,%rsi,4)
	incq	%rsi
	addq	$16384, %rcx
.LBB0_1:
	cmpq	%rdx, %rsi
	jge	.LBB0_6
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%edi, %edi
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	cmpq	$4095, %rdi
	jg	.LBB0_5
	.p2align	4
.LBB0_4:
	vaddps	-192(%rcx,%rdi,4), %zmm0, %zmm0
	vaddps	-128(%rcx,%rdi,4), %zmm1, %zmm1
	vaddps	-64(%rcx,%rdi,4), %zmm2, %zmm2
	vaddps	(%rcx,%rdi,4), %zmm3, %zmm3
	addq	$64, %rdi
	cmpq	$4095, %rdi
	jle	.LBB0_4
	jmp	.LBB0_5
.LBB0_6:
	vzeroupper
	retq
.Lfunc_end0:
	.size	fluxion_rows_113d7a91, .Lfunc_end0-fluxion_rows_113d7a91

	.section	".note.GNU-stack","",@progbits
